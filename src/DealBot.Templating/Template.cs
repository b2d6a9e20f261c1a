using DealBot.Templating.Lexing;
using DealBot.Templating.Parsing;
using DealBot.Templating.Runtime;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating;

/// <summary>A parsed template. It never changes: parse once, render as often as needed, from any number of threads.</summary>
public sealed class Template
{
    private readonly ParsedTemplate _parsed;
    private readonly TemplateOptions _options;

    private Template(string sourceName, string text, ParsedTemplate parsed, TemplateOptions options)
    {
        SourceName = sourceName;
        Text = text;
        _parsed = parsed;
        _options = options;
    }

    /// <summary>The name messages give as the source.</summary>
    public string SourceName { get; }

    /// <summary>The text it was parsed from, in which <see cref="Messages"/> have their places.</summary>
    public string Text { get; }

    /// <summary>Whether the text is no valid template; <see cref="Render"/> then always fails.</summary>
    public bool HasErrors => _parsed.Messages.Count > 0;

    /// <summary>Everything that is wrong with the text, in the order of the text; empty for a valid template.</summary>
    public IReadOnlyList<TemplateMessage> Messages => _parsed.Messages;

    /// <summary>Parses a template. Never throws for a bad one: look at <see cref="HasErrors"/>.</summary>
    /// <param name="text">The template.</param>
    /// <param name="sourceName">What messages call it, for example its file name.</param>
    /// <param name="options">Limits of parsing; null for the defaults.</param>
    public static Template Parse(string text, string sourceName, TemplateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sourceName);
        options ??= TemplateOptions.Default;
        return new Template(sourceName, text, Parser.Parse(new SourceText(sourceName, text), options), options);
    }

    /// <summary>Renders the template.</summary>
    /// <param name="model">The variables the template sees. It is never written to: what a template assigns exists for this rendering only.</param>
    /// <param name="options">Limits, clock, culture, loader and host functions; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the rendering with a <see cref="TemplateException"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="TemplateException">The template has errors, failed while running, reached a limit or was cancelled.</exception>
    public string Render(TemplateObject model, RenderOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (HasErrors)
            throw new TemplateException(Messages[0]);
        var context = new RenderContext(_parsed.Body, model, options ?? RenderOptions.Default, cancellationToken);
        try
        {
            return context.RenderTemplate(_parsed);
        }
        catch (Exception exception) when (exception is not TemplateException)
        {
            // The supervised edge of rendering: a value of the host may fail in a way nothing here foresees, and callers handle one exception.
            throw _parsed.Body.Fault($"The template failed: {exception.Message}", exception);
        }
        finally
        {
            context.ReleaseOutput();
        }
    }

    /// <summary>
    /// The template as text again: parsing it gives a template that does the same. Comments, the spacing of code and whitespace marks are
    /// gone, their effect on the text is kept. Printing what was printed changes nothing any more.
    /// </summary>
    /// <exception cref="TemplateException">The template has errors.</exception>
    public string ToText() => HasErrors ? throw new TemplateException(Messages[0]) : SyntaxPrinter.Print(_parsed, _options);

    /// <summary>The value of the one expression that the template is; else what it returns with <c>ret</c>, otherwise its output.</summary>
    internal object? Evaluate(RenderContext context)
    {
        if (_parsed.Body.OnlyStatement is ExpressionStatement single)
            return single.Expression.Evaluate(context);
        var aside = context.BeginAside();
        _parsed.Body.Execute(context);
        var text = context.EndAside(_parsed.Body, aside);
        return context.TakeReturnValue() ?? (text.Length == 0 ? null : text);
    }

    internal string RenderIncluded(RenderContext context) => context.AsMarkup(context.RenderTemplate(_parsed));
}
