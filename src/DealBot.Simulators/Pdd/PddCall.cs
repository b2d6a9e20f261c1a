namespace DealBot.Simulators.Pdd;

/// <summary>A call that passed the gateway.</summary>
/// <param name="Account">Who calls.</param>
/// <param name="Method">The API method (type).</param>
/// <param name="Input">The parameters.</param>
/// <param name="Now">The moment of the call.</param>
/// <param name="Base">The simulator's own address.</param>
internal sealed record PddCall(PddSimAccount Account, string Method, PddParameters Input, DateTimeOffset Now, Uri Base);
