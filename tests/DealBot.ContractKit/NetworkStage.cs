using DealBot.Contracts;

namespace DealBot.ContractKit;

/// <summary>A client with the network it speaks to, as <see cref="AffiliateNetworkContract"/> needs them. Orders are paid at once and go well.</summary>
public abstract class NetworkStage : IAsyncDisposable
{
    /// <summary>The client of a healthy account.</summary>
    public abstract IAffiliateNetwork Network { get; }

    /// <summary>Accounts that don't work.</summary>
    public abstract IReadOnlyList<BrokenAccount> BrokenAccounts { get; }

    /// <summary>Keys and tokens of the account, which nothing may show.</summary>
    public abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>The clock that client and network share.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>What the links of a group carry, as far as the account is allowed to tell groups apart.</summary>
    /// <param name="group">0, 1, 2 …</param>
    public abstract Tracking TrackingOf(int group);

    /// <summary>Follows a link as a member does, and buys one piece.</summary>
    /// <returns>The row's key; null if it is sold out.</returns>
    public abstract Task<string?> BuyAsync(TrackingLink link);

    /// <summary>A row in the network's own books, as they are now.</summary>
    public abstract BoughtOrder OrderOf(string rowId);

    /// <summary>Lets time pass for client and network, so that orders are received in the course of a day.</summary>
    public abstract void Pass(TimeSpan time);

    /// <summary>Lets coming calls meet trouble.</summary>
    /// <param name="trouble">Which.</param>
    /// <param name="calls">How many calls; <see cref="int.MaxValue"/> until <see cref="Calm"/>.</param>
    /// <returns>False if the network can't have that trouble.</returns>
    public abstract bool Meet(NetworkTrouble trouble, int calls);

    /// <summary>Ends all trouble.</summary>
    public abstract void Calm();

    public abstract ValueTask DisposeAsync();
}
