namespace DealBot.Adapters.Wechaty;

/// <summary>What is known of a puppet's account.</summary>
/// <param name="SelfId">Its own id; null while nobody is logged in.</param>
internal sealed record WechatyLogin(string? SelfId)
{
    public bool IsLoggedIn => SelfId is not null;
}
