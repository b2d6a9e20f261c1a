namespace DealBot.Simulators.Chat;

/// <summary>A robot of a simulated group.</summary>
/// <param name="Chat">Name of the chat that it posts into.</param>
/// <param name="Secret">Its secret, if signing is on; empty if not.</param>
/// <param name="Keywords">Its keywords; none if it has none.</param>
public sealed record SimulatedRobot(string Chat, string Secret = "", IReadOnlyList<string>? Keywords = null)
{
    /// <summary>Whether it would post a message with these words.</summary>
    internal bool Accepts(IEnumerable<string> words) =>
        Keywords is not { Count: > 0 } || words.Any(word => Keywords.Any(keyword => word.Contains(keyword, StringComparison.Ordinal)));
}
