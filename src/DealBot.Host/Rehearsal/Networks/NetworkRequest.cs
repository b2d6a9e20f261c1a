namespace DealBot.Host.Rehearsal.Networks;

/// <summary>What a rehearsed network has to offer.</summary>
/// <param name="Accounts">Names of its accounts in the owners' files, sorted.</param>
/// <param name="PositionAccounts">Those that tell groups apart by position alone.</param>
/// <param name="Clock">The clock of the day.</param>
/// <param name="Seed">Makes the day what it is.</param>
/// <param name="DrawImage">Draws pictures of goods; null where nothing can.</param>
internal sealed record NetworkRequest(
    IReadOnlyList<string> Accounts, IReadOnlySet<string> PositionAccounts, VirtualClock Clock, int Seed, Func<string, byte[]>? DrawImage);
