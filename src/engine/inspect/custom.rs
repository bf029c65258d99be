//! Objects that print themselves, by a method whose name is `Symbol.for('nodejs.util.inspect.custom')`.

use boa_engine::builtins::proxy::Proxy;
use boa_engine::object::FunctionObjectBuilder;
use boa_engine::object::builtins::JsFunction;
use boa_engine::{Context, JsObject, JsResult, JsValue, NativeFunction, js_string};

use super::names::string_of;
use super::options::Depth;
use super::printer::Printer;

impl Printer {
    /// What an object prints that has a method for it.
    pub(super) fn by_itself(
        &mut self,
        object: &JsObject,
        level: usize,
        context: &mut Context,
    ) -> JsResult<Option<String>> {
        if !self.options.custom_inspect || object.is::<Proxy>() {
            return Ok(None);
        }
        let method = object.get(self.custom.clone(), context)?;
        let Some(method) = method.as_object().and_then(JsFunction::from_object) else {
            return Ok(None);
        };
        let depth = match self.options.depth {
            Depth(Some(depth)) => JsValue::from(depth as f64 - level as f64),
            Depth(None) => JsValue::null(),
        };
        let options = JsObject::with_object_proto(context.intrinsics());
        let stylize = NativeFunction::from_fn_ptr(|_, arguments, context| {
            let text = arguments.first().cloned().unwrap_or_default();
            Ok(text.to_string(context)?.into())
        });
        let stylize = FunctionObjectBuilder::new(context.realm(), stylize).build();
        let inspect = NativeFunction::from_fn_ptr(super::inspect_function);
        let inspect = FunctionObjectBuilder::new(context.realm(), inspect)
            .name(js_string!("inspect"))
            .build();
        let break_length = JsValue::from(self.options.break_length);
        for (name, value) in [
            ("depth", depth.clone()),
            ("breakLength", break_length),
            ("stylize", stylize.into()),
        ] {
            options.create_data_property_or_throw(js_string!(name), value, context)?;
        }
        let arguments = [depth, options.into(), inspect.into()];
        let this = JsValue::from(object.clone());
        let answer = method.call(&this, &arguments, context)?;
        if JsValue::same_value(&answer, &this) {
            return Ok(None);
        }
        if answer.is_object() {
            return self.value(&answer, level, context).map(Some);
        }
        let indentation = format!("\n{}", " ".repeat(self.indentation));
        let text = string_of(&answer, context)?;
        Ok(Some(text.replace('\n', &indentation)))
    }
}
