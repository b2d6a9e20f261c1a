namespace DealBot.Adapters.Wechaty;

/// <summary>Settings of the Wechaty adapter.</summary>
public sealed record WechatyOptions
{
    /// <summary>Puppet services by name; each is one logged-in chat account.</summary>
    public IReadOnlyDictionary<string, WechatyPuppet> Puppets { get; init => field = value ?? field; } = new Dictionary<string, WechatyPuppet>();

    /// <summary>Rooms by name. Groups use the name as their address.</summary>
    public IReadOnlyDictionary<string, WechatyRoom> Rooms { get; init => field = value ?? field; } = new Dictionary<string, WechatyRoom>();

    /// <summary>
    /// How long one call may take, in seconds, 1 to 120. Default 30: a picture travels on to a phone's protocol before the puppet answers.
    /// </summary>
    public int TimeoutSeconds { get; init; } = 30;
}
