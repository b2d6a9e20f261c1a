using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Parsing;

/// <summary>The tree of a template and everything wrong with it; the tree may run only when nothing is.</summary>
internal sealed record ParsedTemplate(Block Body, IReadOnlyList<TemplateMessage> Messages);
