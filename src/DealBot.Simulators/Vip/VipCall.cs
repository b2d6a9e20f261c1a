namespace DealBot.Simulators.Vip;

/// <summary>A call that the gateway has let through.</summary>
/// <param name="Account">Who calls.</param>
/// <param name="Method">The method without WithOauth.</param>
/// <param name="Body">The business parameters as they came.</param>
/// <param name="Now">When.</param>
/// <param name="Base">The address by which the simulator was called.</param>
internal sealed record VipCall(VipSimAccount Account, string Method, string Body, DateTimeOffset Now, Uri Base);
