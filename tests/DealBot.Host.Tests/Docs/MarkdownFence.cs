namespace DealBot.Host.Tests.Docs;

/// <summary>A fenced block of a document.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Language">The first word behind the fence.</param>
/// <param name="Label">The rest of that line.</param>
/// <param name="Text">What it holds, without the last line end.</param>
internal sealed record MarkdownFence(int Line, string Language, string Label, string Text);
