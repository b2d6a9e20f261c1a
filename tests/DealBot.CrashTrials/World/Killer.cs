using DealBot.CrashTrials.Trials;

namespace DealBot.CrashTrials.World;

/// <summary>Kills the service at the planned occurrence of the planned phase. The simulators and the members tell it of every phase they see.</summary>
internal sealed class Killer
{
    private readonly Lock _lock = new();
    private Contract? _contract;

    /// <summary>Takes aim for one life.</summary>
    /// <returns>Ends when the service is dead.</returns>
    public Task Arm(LifePlan plan, ServiceProcess service)
    {
        lock (_lock)
        {
            _contract = new Contract(plan, service) { Left = plan.Occurrence };
            return _contract.Dead.Task;
        }
    }

    /// <summary>Lets go: later phases are nobody's business.</summary>
    public void Disarm()
    {
        lock (_lock)
            _contract = null;
    }

    /// <summary>The service is in the middle of something. Returns when it may go on, or when it is dead.</summary>
    public Task MeetAsync(KillPhase phase)
    {
        lock (_lock)
        {
            if (_contract is not { } contract || contract.Plan.Phase != phase || --contract.Left != 0)
                return Task.CompletedTask;

            return StrikeAsync(contract);
        }
    }

    private static async Task StrikeAsync(Contract contract)
    {
        if (contract.Plan.After > TimeSpan.Zero)
            await Task.Delay(contract.Plan.After);
        await contract.Service.KillAsync();
        contract.Dead.TrySetResult();
    }

    private sealed record Contract(LifePlan Plan, ServiceProcess Service)
    {
        public TaskCompletionSource Dead { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Left { get; set; }
    }
}
