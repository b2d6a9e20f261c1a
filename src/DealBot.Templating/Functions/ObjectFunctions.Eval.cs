using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <remarks>Running text as a template, which only the host can allow: data must not become code unasked.</remarks>
internal static partial class ObjectFunctions
{
    private static readonly TemplateOptions Code = new() { Mode = TemplateMode.ScriptOnly };

    /// <summary>The value of code in a text: of its one expression, or what it returns with <c>ret</c>. Off unless the host turns it on.</summary>
    /// <param name="value">The code; a function is called, any other value stays as it is.</param>
    /// <example><c>{{ x = 5; ("x + 2" | object.eval) * 10 }}</c> gives <c>70</c></example>
    /// <example><c>{{ 12 | object.eval }}</c> gives <c>12</c></example>
    private static object? Eval(RenderContext context, object? value)
    {
        Allow(context, "object.eval");
        if (value is not string text)
            return CallOrKeep(context, value);
        var template = Parse(context, text, Code);
        return template.HasErrors ? throw Refused("object.eval", template) : template.Evaluate(context);
    }

    /// <summary>The output of a template in a text, which sees and sets the same variables. Off unless the host turns it on.</summary>
    /// <param name="value">The template; a function is called, any other value stays as it is.</param>
    /// <example><c>{{ x = 5; "It costs {{ x + 2 }}!" | object.eval_template }}</c> gives <c>It costs 7!</c></example>
    private static object? EvalTemplate(RenderContext context, object? value)
    {
        Allow(context, "object.eval_template");
        if (value is not string text)
            return CallOrKeep(context, value);
        var template = Parse(context, text, TemplateOptions.Default);
        return template.HasErrors ? throw Refused("object.eval_template", template) : template.RenderIncluded(context);
    }

    private static void Allow(RenderContext context, string function)
    {
        if (!context.Options.AllowEval)
            throw new FunctionFailure(
                $"The function `{function}` is turned off: it runs text as a template, which the host has to allow (RenderOptions.AllowEval).");
    }

    private static object? CallOrKeep(RenderContext context, object? value) =>
        value is TemplateFunction function ? context.CallBack(function) : value;

    private static Template Parse(RenderContext context, string text, TemplateOptions options)
    {
        context.GuardLength(context.CallSite, text.Length);
        context.CountSteps(context.CallSite, text.Length);
        return Template.Parse(text, "eval", options);
    }

    private static FunctionFailure Refused(string function, Template template) =>
        new($"The text given to `{function}` is not a valid template: {string.Join("\n", template.Messages)}");
}
