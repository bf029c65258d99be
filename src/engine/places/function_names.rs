//! What Node.js calls functions in a trace: V8 infers names that the language does not give. And where names are used,
//! for errors whose place boa does not keep.

use std::ops::ControlFlow;

use boa_engine::ast::declaration::{Binding, LexicalDeclaration};
use boa_engine::ast::expression::Identifier;
use boa_engine::ast::expression::access::{PropertyAccess, PropertyAccessField};
use boa_engine::ast::expression::literal::ObjectMethodDefinition;
use boa_engine::ast::expression::operator::Assign;
use boa_engine::ast::expression::operator::assign::AssignTarget;
use boa_engine::ast::function::{
    ArrowFunction, AsyncArrowFunction, AsyncFunctionDeclaration, AsyncFunctionExpression,
    AsyncGeneratorExpression, ClassDeclaration, ClassElement, ClassElementName, ClassExpression,
    FunctionDeclaration, FunctionExpression, GeneratorExpression,
};
use boa_engine::ast::property::PropertyName;
use boa_engine::ast::visitor::{VisitWith, Visitor};
use boa_engine::ast::{Expression, Span, Spanned};
use boa_engine::interner::Interner;

use super::extents::place;
use super::printer::{print, text_of};
use super::source_map::{FunctionRegion, NameUse};

/// The functions of a tree, inner ones after those around them, and the uses of names.
pub(super) fn read_names<T: VisitWith>(
    root: &T,
    interner: &Interner,
) -> (Vec<FunctionRegion>, Vec<NameUse>) {
    let mut names = FunctionNames {
        interner,
        functions: Vec::new(),
        uses: Vec::new(),
    };
    // The walk never breaks off.
    let _ = root.visit_with(&mut names);
    names
        .uses
        .sort_by_key(|name| (name.place.line, name.place.column));
    (names.functions, names.uses)
}

struct FunctionNames<'a> {
    interner: &'a Interner,
    functions: Vec<FunctionRegion>,
    uses: Vec<NameUse>,
}

impl FunctionNames<'_> {
    fn add_region(&mut self, span: Span, name: String) {
        self.functions.push(FunctionRegion {
            from: place(span.start()),
            to: place(span.end()),
            name,
        });
    }

    fn add_use(&mut self, name: &Identifier, declares: bool) {
        self.uses.push(NameUse {
            name: text_of(name.sym(), self.interner),
            place: place(name.span().start()),
            declares,
        });
    }

    /// The name of a function that is assigned, as V8 infers it.
    fn name_assigned(&mut self, target: &AssignTarget, value: &Expression) {
        let AssignTarget::Access(PropertyAccess::Simple(access)) = target else {
            return;
        };
        let is_anonymous = value.is_anonymous_function_definition();
        if let (true, PropertyAccessField::Const(_)) = (is_anonymous, access.field()) {
            let whole = Expression::PropertyAccess(PropertyAccess::Simple(access.clone()));
            let name = print(&whole, self.interner);
            self.add_region(value.flatten().span(), name);
        }
    }

    fn name_methods(
        &mut self,
        name: &str,
        constructor: Option<&FunctionExpression>,
        elements: &[ClassElement],
    ) {
        if let Some(constructor) = constructor {
            self.add_region(constructor.body().span(), format!("new {name}"));
        }
        for element in elements {
            if let ClassElement::MethodDefinition(method) = element {
                let method_name = match method.name() {
                    ClassElementName::PropertyName(PropertyName::Literal(name)) => {
                        text_of(name.sym(), self.interner)
                    }
                    ClassElementName::PrivateName(name) => {
                        format!("#{}", text_of(name.description(), self.interner))
                    }
                    ClassElementName::PropertyName(PropertyName::Computed(_)) => continue,
                };
                self.add_region(method.body().span(), format!("{name}.{method_name}"));
            }
        }
    }

    /// A function that has its own name or none, unless an assignment named it already.
    fn add_inner(&mut self, span: Span) {
        let from = place(span.start());
        let is_named = self
            .functions
            .iter()
            .rev()
            .any(|region| region.from == from);
        if !is_named {
            self.add_region(span, String::new());
        }
    }
}

type Go = ControlFlow<()>;

impl<'ast> Visitor<'ast> for FunctionNames<'_> {
    type BreakTy = ();

    fn visit_assign(&mut self, assign: &'ast Assign) -> Go {
        self.name_assigned(assign.lhs(), assign.rhs());
        assign.visit_with(self)
    }

    fn visit_identifier(&mut self, name: &'ast Identifier) -> Go {
        self.add_use(name, false);
        ControlFlow::Continue(())
    }

    fn visit_lexical_declaration(&mut self, declaration: &'ast LexicalDeclaration) -> Go {
        for variable in declaration.variable_list().as_ref() {
            if let Binding::Identifier(name) = variable.binding() {
                self.add_use(name, true);
            }
        }
        declaration.visit_with(self)
    }

    fn visit_class_declaration(&mut self, class: &'ast ClassDeclaration) -> Go {
        let name = text_of(class.name().sym(), self.interner);
        self.name_methods(&name, class.constructor(), class.elements());
        class.visit_with(self)
    }

    fn visit_class_expression(&mut self, class: &'ast ClassExpression) -> Go {
        let name = class
            .name()
            .map_or_else(String::new, |name| text_of(name.sym(), self.interner));
        self.name_methods(&name, class.constructor(), class.elements());
        class.visit_with(self)
    }

    fn visit_object_method_definition(&mut self, method: &'ast ObjectMethodDefinition) -> Go {
        if let PropertyName::Literal(name) = method.name() {
            let name = format!("Object.{}", text_of(name.sym(), self.interner));
            self.add_region(method.body().span(), name);
        }
        method.visit_with(self)
    }

    fn visit_function_expression(&mut self, function: &'ast FunctionExpression) -> Go {
        self.add_inner(function.span());
        function.visit_with(self)
    }

    fn visit_function_declaration(&mut self, function: &'ast FunctionDeclaration) -> Go {
        self.add_inner(function.body().span());
        function.visit_with(self)
    }

    fn visit_async_function_declaration(&mut self, function: &'ast AsyncFunctionDeclaration) -> Go {
        self.add_inner(function.body().span());
        function.visit_with(self)
    }

    fn visit_async_function_expression(&mut self, function: &'ast AsyncFunctionExpression) -> Go {
        self.add_inner(function.span());
        function.visit_with(self)
    }

    fn visit_generator_expression(&mut self, function: &'ast GeneratorExpression) -> Go {
        self.add_inner(function.span());
        function.visit_with(self)
    }

    fn visit_async_generator_expression(&mut self, function: &'ast AsyncGeneratorExpression) -> Go {
        self.add_inner(function.span());
        function.visit_with(self)
    }

    fn visit_arrow_function(&mut self, function: &'ast ArrowFunction) -> Go {
        self.add_inner(function.span());
        function.visit_with(self)
    }

    fn visit_async_arrow_function(&mut self, function: &'ast AsyncArrowFunction) -> Go {
        self.add_inner(function.span());
        function.visit_with(self)
    }
}
