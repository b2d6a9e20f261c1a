using DealBot.Simulators.Market;

namespace DealBot.Networks.Tests;

/// <summary>The troubles of the contract, as the simulators' switches for them.</summary>
internal static class NetworkTroubles
{
    /// <summary>Lets coming calls meet trouble. A slow answer takes far longer than an impatient client waits, and no longer: it ends with the call.</summary>
    public static void Arm(NetworkFaults faults, NetworkTrouble trouble, int calls)
    {
        faults.SlowBy = TimeSpan.FromMinutes(10);
        faults.Next(
            trouble switch
            {
                NetworkTrouble.TooOften => NetworkFault.TooFrequent,
                NetworkTrouble.BadGateway => NetworkFault.HttpBadGateway,
                NetworkTrouble.Html => NetworkFault.HtmlPage,
                NetworkTrouble.CutAnswer => NetworkFault.TruncatedJson,
                NetworkTrouble.EmptyResult => NetworkFault.EmptyResult,
                NetworkTrouble.NoAnswer => NetworkFault.SlowResponse,
                NetworkTrouble.DuplicateRows => NetworkFault.DuplicateRows,
                NetworkTrouble.ShiftedPages => NetworkFault.ShiftedPages,
                NetworkTrouble.NumbersAsText => NetworkFault.NumbersAsStrings,
                NetworkTrouble.MissingFields => NetworkFault.MissingOptionalFields,
                NetworkTrouble.BrokenRow => NetworkFault.BrokenRow,
                NetworkTrouble.ForeignLink => NetworkFault.ForeignLink,
                _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, null),
            },
            calls);
    }
}
