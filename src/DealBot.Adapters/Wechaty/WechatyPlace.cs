using DealBot.Contracts;

namespace DealBot.Adapters.Wechaty;

/// <summary>Where a room is, or why it can't be told.</summary>
/// <param name="Id">The room's id.</param>
/// <param name="Fault">Why there is none.</param>
/// <param name="IsCertain">Whether the service was asked and there is no such room; otherwise it could not be asked.</param>
internal sealed record WechatyPlace(string? Id, AccountFault? Fault = null, bool IsCertain = false);
