using Microsoft.Extensions.Hosting;

namespace DealBot.Simulators.Market;

/// <summary>Leaves Ctrl+C to the program that the simulator is part of.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
