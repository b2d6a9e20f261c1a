using DealBot.Host.Settings;
using DealBot.Simulators.Market;

namespace DealBot.Host.Rehearsal.Networks;

/// <summary>One affiliate network of a rehearsed day: its simulator, and the settings that lead there.</summary>
/// <param name="name">Network name.</param>
/// <param name="simulator">The simulator.</param>
/// <param name="configure">Adds the network's settings.</param>
internal sealed class RehearsedNetwork(string name, NetworkSimulator simulator, Func<NetworkSettings, NetworkSettings> configure) : IAsyncDisposable
{
    public string Name => name;

    public NetworkSimulator Simulator => simulator;

    public NetworkSettings Configure(NetworkSettings settings) => configure(settings);

    public ValueTask DisposeAsync() => simulator.DisposeAsync();
}
