using DealBot.Contracts;

namespace DealBot.ContractKit;

/// <summary>An account that its owner has set up wrongly, or that the network has not granted what it needs.</summary>
/// <param name="Fault">What is wrong, for the name of the case.</param>
/// <param name="Network">The client of the account.</param>
/// <param name="Field">The field of its options that the client must name; null where no field is at fault but a permission or a form.</param>
/// <param name="Words">Words that the Chinese explanation must hold: the permission, the form to file, the place to look.</param>
public sealed record BrokenAccount(string Fault, IAffiliateNetwork Network, string? Field, params string[] Words);
