namespace DealBot.Simulators.Jd;

/// <summary>A call that passed the gateway.</summary>
/// <param name="Account">Who calls.</param>
/// <param name="Method">The API method.</param>
/// <param name="Json">Text of the business parameters; null if absent.</param>
/// <param name="Now">The moment of the call.</param>
/// <param name="Base">The simulator's own address.</param>
internal sealed record JdCall(JdSimAccount Account, string Method, string? Json, DateTimeOffset Now, Uri Base);
