namespace DealBot.Templating.Lexing;

/// <summary>A stretch of one template. Nodes carry it so that a fault names its place even across includes.</summary>
internal readonly record struct SourceSpan(SourceText Source, int Start, int End)
{
    public string Text => Source.Text[Start..End];

    public ReadOnlySpan<char> AsSpan() => Source.Text.AsSpan(Start, End - Start);

    public SourceSpan To(SourceSpan last) => this with { End = last.End };

    public TemplateException Fault(string message, Exception? cause = null) => Fault(message, null, cause);

    public TemplateException Fault(string message, string? hint, Exception? cause = null) =>
        new(Source.MessageAt(Start, End - Start, message) with { Hint = hint }, cause);
}
