using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>
/// <c>include name arguments</c>: renders a template of the loader with its own local variables and the same globals. <c>$0</c> is the
/// name, <c>$1</c> the first argument.
/// </summary>
internal sealed class IncludeFunction() : TemplateFunction("include")
{
    internal override object? Invoke(RenderContext context, in CallArguments arguments)
    {
        var template = Load(context, arguments);
        var values = context.NewArray(arguments.Positional.Length);
        foreach (var value in arguments.Positional)
            values.Add(value);
        var caller = context.EnterFrame(values, null);
        foreach (var (name, value) in arguments.Named ?? [])
        {
            var position = 0;
            context.Frame.Locals.TrySet(context, name, ref position, value);
            (values.Properties ??= context.NewObject())[name] = value;
        }

        var text = template.RenderIncluded(context);
        context.LeaveFrame(caller);
        return text;
    }

    private static Template Load(RenderContext context, in CallArguments arguments)
    {
        if (arguments.Positional.Length == 0)
            throw arguments.Site.Fault("Expecting at least the name of the template to include for the <include> function");
        var name = context.Print(arguments.Site, arguments.Positional[0]);
        if (name.Length == 0)
            throw arguments.Site.Fault("Include template name cannot be null or empty");
        if (context.Options.Loader is not { } loader)
            throw arguments.Site.Fault($"Unable to include <{name}>. No template loader is configured.");
        Template? template;
        try
        {
            template = context.FindTemplate(loader, name);
        }
        catch (Exception exception)
        {
            // The supervised edge between a template and the host's loader.
            throw arguments.Site.Fault($"Unexpected exception while loading the include `{name}`: {exception.Message}", exception);
        }

        if (template is null)
            throw arguments.Site.Span.Fault($"Include template path is null for `{name}`", "There is no template of that name.");
        if (template.HasErrors)
        {
            var fault = arguments.Site.Fault($"Error while parsing template `{name}` from `{template.SourceName}` Parser messages:\n {string.Join("\n", template.Messages)}");
            throw new TemplateException(fault.Place) { Included = template.Messages };
        }

        return template;
    }
}
