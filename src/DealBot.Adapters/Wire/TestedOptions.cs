using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>Faults of settings as the test of an address tells them.</summary>
internal static class TestedOptions
{
    public static AccountFault AsAccountFault(this OptionFault fault) => new(
        fault.Path.Split('.')[^1],
        new Phrase($"{fault.Problem.Zh}。{fault.Remedy.Zh}", $"{fault.Problem.En}. {fault.Remedy.En}"));
}
