using DealBot.Simulators.Market;

namespace DealBot.Simulators.Suning;

/// <summary>A call that the gateway has let through.</summary>
/// <param name="Account">Who calls.</param>
/// <param name="Method">The interface.</param>
/// <param name="Input">The business parameters.</param>
/// <param name="Now">When.</param>
/// <param name="Base">The address by which the simulator was called.</param>
internal sealed record SuningCall(SuningSimAccount Account, string Method, CallParameters Input, DateTimeOffset Now, Uri Base)
{
    /// <summary>A parameter that must be there.</summary>
    public string Required(string name) => Input.Text(name) ?? throw SuningRefusal.Malformed(Method, name);
}
