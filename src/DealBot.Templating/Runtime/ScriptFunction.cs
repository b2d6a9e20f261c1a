using DealBot.Templating.Syntax;

namespace DealBot.Templating.Runtime;

/// <summary>A function written in a template.</summary>
internal sealed class ScriptFunction(FunctionDefinition definition) : TemplateFunction(definition.Name)
{
    internal override object? Invoke(RenderContext context, in CallArguments arguments)
    {
        // A wrapped block runs with the arguments of the function that names it, so its text counts as well.
        var values = definition.NamesArguments || arguments.Wrapped is not null ? context.NewArray(arguments.Positional.Length) : null;
        var isSimple = definition.Parameters is null;
        var parameters = isSimple ? null : BindParameters(context, arguments, values);
        if (isSimple && values is not null)
            FillSimple(context, arguments, values);
        if (parameters is not null)
            context.PushScope(parameters);
        var caller = context.EnterFrame(values, arguments.Wrapped);
        var flow = definition.Body.Execute(context);
        context.LeaveFrame(caller);
        if (parameters is not null)
            context.PopScope();
        return flow == Flow.Return ? context.TakeReturnValue() : null;
    }

    private static void FillSimple(RenderContext context, in CallArguments arguments, TemplateArray values)
    {
        foreach (var value in arguments.Positional)
            values.Add(value);
        if (arguments.Named is null)
            return;
        values.Properties = context.NewObject();
        foreach (var (name, value) in arguments.Named)
            values.Properties[name] = value;
    }

    /// <summary>Matches arguments and parameters; fills <paramref name="values"/> with what <c>$</c> shows.</summary>
    private TemplateObject BindParameters(RenderContext context, in CallArguments arguments, TemplateArray? values)
    {
        var scope = context.NewObject();
        var next = 0;
        foreach (var parameter in definition.Parameters!)
        {
            object? value;
            if (parameter.TakesRest)
            {
                var rest = context.NewArray(arguments.Positional.Length);
                for (; next < arguments.Positional.Length; next++)
                    rest.Add(arguments.Positional[next]);
                value = rest;
            }
            else if (TryFindNamed(arguments, parameter.Name, out value))
                next += next < arguments.Positional.Length ? 1 : 0; // It overrides the positional one in its place.
            else if (next < arguments.Positional.Length)
                value = arguments.Positional[next++];
            else
                value = (parameter.Default ?? throw WrongCount(arguments)).Evaluate(context);
            scope[parameter.Name] = value;
            values?.Add(value);
        }

        if (next < arguments.Positional.Length)
            throw WrongCount(arguments);
        BindUnknown(context, arguments, values);
        return scope;
    }

    private static bool TryFindNamed(in CallArguments arguments, string parameter, out object? value)
    {
        value = null;
        var isGiven = false;
        foreach (var (name, given) in arguments.Named ?? [])
            if (name == parameter)
                (value, isGiven) = (given, true);
        return isGiven;
    }

    /// <summary>What is named like no parameter becomes a member of <c>$</c> where any number of arguments is welcome.</summary>
    private void BindUnknown(RenderContext context, in CallArguments arguments, TemplateArray? values)
    {
        foreach (var (name, value) in arguments.Named ?? [])
        {
            if (definition.Parameters!.Any(parameter => parameter.Name == name && !parameter.TakesRest))
                continue;
            if (!definition.Parameters!.Any(parameter => parameter.TakesRest))
                throw arguments.Site.Fault($"The parameter `{name}` of the function `{Name}` was not found");
            if (values is not null)
                (values.Properties ??= context.NewObject())[name] = value;
        }
    }

    private TemplateException WrongCount(in CallArguments arguments) => new ArgumentCountFailure(
        arguments.Positional.Length + (arguments.Named?.Length ?? 0),
        definition.Parameters!.Count(parameter => parameter is { Default: null, TakesRest: false }),
        definition.Parameters!.Count).At(arguments);
}
