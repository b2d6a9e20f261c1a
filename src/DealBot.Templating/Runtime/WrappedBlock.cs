using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Runtime;

/// <summary>The block behind <c>$$</c>; inside it, <c>$$</c> means the block its own function was given.</summary>
internal sealed record WrappedBlock(Block Body, WrappedBlock? Outer);
