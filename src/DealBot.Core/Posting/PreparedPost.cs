using DealBot.Core.Rendering;

namespace DealBot.Core.Posting;

/// <summary>What a slot would post.</summary>
/// <param name="Linked">The deals, with links.</param>
/// <param name="Rendered">The messages, or why there are none.</param>
public sealed record PreparedPost(LinkedDeals Linked, RenderedPost Rendered);
