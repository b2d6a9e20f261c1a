namespace DealBot.Simulators.Pdd;

/// <summary>One application of one promoter, as the open platform knows it.</summary>
/// <param name="ClientId">Client id of the application.</param>
/// <param name="ClientSecret">The secret with which calls are signed.</param>
/// <param name="Positions">The promoter's positions (PID).</param>
public sealed record PddSimAccount(string ClientId, string ClientSecret, IReadOnlyList<string> Positions)
{
    /// <summary>Positions that are not on file (备案) yet. Opening the page that files one ends that.</summary>
    public IReadOnlyList<string> Unfiled { get; init; } = [];

    /// <summary>Whether the application has the package of 多多进宝.</summary>
    public bool IsGranted { get; init; } = true;

    /// <summary>Whether the caller's address is on the application's white-list.</summary>
    public bool IsWhiteListed { get; init; } = true;
}
