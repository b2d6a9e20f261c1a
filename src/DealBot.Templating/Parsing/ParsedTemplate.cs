using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Parsing;

/// <summary>The tree of a template and everything wrong with it; the tree may run only when nothing is.</summary>
/// <remarks>The front matter is null when there is none; it runs before the body, in the same variables, and prints nothing.</remarks>
internal sealed record ParsedTemplate(Block? FrontMatter, Block Body, IReadOnlyList<TemplateMessage> Messages);
