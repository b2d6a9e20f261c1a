using DealBot.CrashTrials.Trials;

namespace DealBot.CrashTrials.World;

/// <summary>Ends the service at the planned occurrence of the planned phase. The simulators and the members tell it of every phase they see.</summary>
internal sealed class Killer
{
    private static readonly TimeSpan SlowAnswer = TimeSpan.FromMilliseconds(400);

    private readonly Lock _lock = new();
    private Contract? _contract;

    /// <summary>Takes aim for one life.</summary>
    /// <returns>Ends when the service is dead, or was told to end.</returns>
    public Task Arm(LifePlan plan, ServiceProcess service)
    {
        lock (_lock)
        {
            _contract = new Contract(plan, service) { Left = plan.Occurrence };
            return _contract.Struck.Task;
        }
    }

    /// <summary>Lets go: later phases are nobody's business.</summary>
    /// <returns>False if it has struck already, or does so this moment.</returns>
    public bool Disarm()
    {
        lock (_lock)
        {
            var hadNotStruck = _contract is not { Left: <= 0 };
            _contract = null;
            return hadNotStruck;
        }
    }

    /// <summary>The service is in the middle of something. Returns when it may go on, or when it is dead.</summary>
    public Task MeetAsync(KillPhase phase)
    {
        lock (_lock)
        {
            if (_contract is not { } contract || contract.Plan.Phase != phase || IsTooEarly(contract) || --contract.Left != 0)
                return Task.CompletedTask;

            return StrikeAsync(contract);
        }
    }

    /// <summary>A platform may end only now what an earlier life asked for, and a process that has just begun can't hear yet that it shall end in order.</summary>
    private static bool IsTooEarly(Contract contract) => contract.Plan.Signal == LifeSignal.Terminate && contract.Service.Address is null;

    private static async Task StrikeAsync(Contract contract)
    {
        if (contract.Plan.After > TimeSpan.Zero)
            await Task.Delay(contract.Plan.After);
        try
        {
            if (contract.Plan.Signal == LifeSignal.Kill)
                await contract.Service.KillAsync();
            else
                await contract.Service.AskToEndAsync();
        }
        finally
        {
            contract.Struck.TrySetResult();
        }

        // The platform takes its time: whoever was told to end has to wait for what is under way.
        if (contract.Plan.Signal == LifeSignal.Terminate)
            await Task.Delay(SlowAnswer);
    }

    private sealed record Contract(LifePlan Plan, ServiceProcess Service)
    {
        public TaskCompletionSource Struck { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Left { get; set; }
    }
}
