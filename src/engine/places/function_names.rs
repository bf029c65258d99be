//! What Node.js calls functions in a trace: V8 infers names that the language does not give. And where names are used,
//! for errors whose place boa does not keep.

use std::ops::ControlFlow;

use boa_engine::ast::declaration::{Binding, LexicalDeclaration, Variable};
use boa_engine::ast::expression::Identifier;
use boa_engine::ast::expression::access::{PropertyAccess, PropertyAccessField};
use boa_engine::ast::expression::literal::{ObjectMethodDefinition, PropertyDefinition};
use boa_engine::ast::expression::operator::Assign;
use boa_engine::ast::expression::operator::assign::AssignTarget;
use boa_engine::ast::function::{
    ArrowFunction, AsyncArrowFunction, AsyncFunctionDeclaration, AsyncFunctionExpression,
    AsyncGeneratorExpression, ClassDeclaration, ClassElement, ClassElementName, ClassExpression,
    FormalParameter, FunctionDeclaration, FunctionExpression, GeneratorExpression,
};
use boa_engine::ast::property::PropertyName;
use boa_engine::ast::visitor::{VisitWith, Visitor};
use boa_engine::ast::{Expression, Span, Spanned, Statement};
use boa_engine::interner::Interner;
use domain::lambda::SourcePosition;

use super::extents::{Extents, place};
use super::first_names;
use super::parameter_patterns::ParameterPattern;
use super::printer::{print, text_of};
use super::source_map::{FunctionRegion, NameUse};

/// The functions of a tree, inner ones after those around them, and the uses of names.
pub(super) fn read_names<T: VisitWith>(root: &T, extents: &Extents<'_>) -> Names {
    let mut names = FunctionNames {
        extents,
        interner: extents.interner,
        functions: Vec::new(),
        uses: Vec::new(),
        first: None,
        function: (String::new(), false),
        patterns: Vec::new(),
    };
    // The walk never breaks off.
    let _ = root.visit_with(&mut names);
    names
        .uses
        .sort_by_key(|name| (name.place.line, name.place.column));
    Names {
        functions: names.functions,
        uses: names.uses,
        patterns: names.patterns,
    }
}

/// What [`read_names`] gives.
pub(super) struct Names {
    pub(super) functions: Vec<FunctionRegion>,
    pub(super) uses: Vec<NameUse>,
    pub(super) patterns: Vec<ParameterPattern>,
}

struct FunctionNames<'a> {
    extents: &'a Extents<'a>,
    interner: &'a Interner,
    functions: Vec<FunctionRegion>,
    uses: Vec<NameUse>,
    /// The name that the statement reads first which is walked through, and where V8 says it is.
    first: Option<(SourcePosition, SourcePosition)>,
    /// The name of the function whose parameters come next, and whether it is a method.
    function: (String, bool),
    patterns: Vec<ParameterPattern>,
}

impl FunctionNames<'_> {
    fn add_region(&mut self, span: Span, name: String) {
        self.functions.push(FunctionRegion {
            from: place(span.start()),
            to: place(span.end()),
            name,
            own_name: String::new(),
        });
    }

    fn add_use(&mut self, name: &Identifier, declares: bool) {
        let place = place(name.span().start());
        let first = self.first.filter(|(first, _)| *first == place && !declares);
        self.uses.push(NameUse {
            name: text_of(name.sym(), self.interner),
            place,
            told: first.map_or(place, |(_, told)| told),
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
            self.add_region(constructor.span(), format!("new {name}"));
        }
        for element in elements {
            if let ClassElement::FieldDefinition(field) = element
                && let (PropertyName::Literal(key), Some(value)) =
                    (field.name(), field.initializer())
                && takes_its_name(value)
            {
                let key = text_of(key.sym(), self.interner);
                self.add_region(value.flatten().span(), format!("{name}.{key}"));
            }
            if let ClassElement::MethodDefinition(method) = element {
                let method_name = match method.name() {
                    ClassElementName::PropertyName(PropertyName::Literal(name)) => {
                        text_of(name.sym(), self.interner)
                    }
                    ClassElementName::PrivateName(name) => {
                        let name = format!("#{}", text_of(name.description(), self.interner));
                        self.add_region(method.body().span(), name);
                        continue;
                    }
                    ClassElementName::PropertyName(PropertyName::Computed(_)) => continue,
                };
                self.add_region(method.body().span(), format!("{name}.{method_name}"));
            }
        }
    }

    /// A function with its own name, unless an assignment named it already; its parameters come next.
    fn add_inner(&mut self, span: Span, name: Option<Identifier>) {
        let name = name.map_or_else(String::new, |name| text_of(name.sym(), self.interner));
        self.function = (name.clone(), false);
        let from = place(span.start());
        let mut known = self
            .functions
            .iter()
            .rposition(|region| region.from == from);
        if known.is_none() {
            self.add_region(span, String::new());
            known = Some(self.functions.len() - 1);
        }
        if let Some(region) = known.and_then(|index| self.functions.get_mut(index)) {
            region.own_name = name;
        }
    }
}

/// Whether this is a function that is called what it is kept as.
fn takes_its_name(value: &Expression) -> bool {
    match value.flatten() {
        Expression::ArrowFunction(_) | Expression::AsyncArrowFunction(_) => true,
        Expression::FunctionExpression(function) => !function.has_binding_identifier(),
        Expression::AsyncFunctionExpression(function) => !function.has_binding_identifier(),
        _ => false,
    }
}

type Go = ControlFlow<()>;

impl<'ast> Visitor<'ast> for FunctionNames<'_> {
    type BreakTy = ();

    fn visit_statement(&mut self, statement: &'ast Statement) -> Go {
        self.first = first_names::of_statement(statement, self.extents).or(self.first);
        statement.visit_with(self)
    }

    fn visit_variable(&mut self, variable: &'ast Variable) -> Go {
        let value = variable.init();
        let first = value.and_then(|value| first_names::of_value(value, self.extents));
        self.first = first.or(self.first);
        variable.visit_with(self)
    }

    fn visit_formal_parameter(&mut self, parameter: &'ast FormalParameter) -> Go {
        let (function, is_method) = &self.function;
        let pattern = ParameterPattern::of(parameter, function, *is_method, self.extents);
        self.patterns.extend(pattern);
        parameter.visit_with(self)
    }

    fn visit_class_element(&mut self, element: &'ast ClassElement) -> Go {
        if let ClassElement::MethodDefinition(method) = element
            && let ClassElementName::PropertyName(PropertyName::Literal(name)) = method.name()
        {
            self.function = (text_of(name.sym(), self.interner), true);
        }
        element.visit_with(self)
    }

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
        if let PropertyName::Literal(name) = method.name() {
            self.function = (text_of(name.sym(), self.interner), true);
        }
        method.visit_with(self)
    }

    fn visit_property_definition(&mut self, property: &'ast PropertyDefinition) -> Go {
        if let PropertyDefinition::Property(PropertyName::Literal(name), value) = property
            && takes_its_name(value)
        {
            let name = format!("Object.{}", text_of(name.sym(), self.interner));
            self.add_region(value.flatten().span(), name);
        }
        property.visit_with(self)
    }

    fn visit_function_expression(&mut self, function: &'ast FunctionExpression) -> Go {
        self.add_inner(function.span(), function.name());
        function.visit_with(self)
    }

    fn visit_function_declaration(&mut self, function: &'ast FunctionDeclaration) -> Go {
        self.add_inner(function.body().span(), Some(function.name()));
        function.visit_with(self)
    }

    fn visit_async_function_declaration(&mut self, function: &'ast AsyncFunctionDeclaration) -> Go {
        self.add_inner(function.body().span(), Some(function.name()));
        function.visit_with(self)
    }

    fn visit_async_function_expression(&mut self, function: &'ast AsyncFunctionExpression) -> Go {
        self.add_inner(function.span(), function.name());
        function.visit_with(self)
    }

    fn visit_generator_expression(&mut self, function: &'ast GeneratorExpression) -> Go {
        self.add_inner(function.span(), function.name());
        function.visit_with(self)
    }

    fn visit_async_generator_expression(&mut self, function: &'ast AsyncGeneratorExpression) -> Go {
        self.add_inner(function.span(), function.name());
        function.visit_with(self)
    }

    fn visit_arrow_function(&mut self, function: &'ast ArrowFunction) -> Go {
        self.add_inner(function.span(), function.name());
        function.visit_with(self)
    }

    fn visit_async_arrow_function(&mut self, function: &'ast AsyncArrowFunction) -> Go {
        self.add_inner(function.span(), function.name());
        function.visit_with(self)
    }
}
