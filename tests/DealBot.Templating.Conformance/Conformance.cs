namespace DealBot.Templating.Conformance;

/// <summary>The command: renders all samples of a folder and says which differ from what is expected of them.</summary>
public static class Conformance
{
    /// <summary>The exit code when every sample passed.</summary>
    public const int AllPassed = 0;

    /// <summary>The exit code when a sample failed.</summary>
    public const int SomeFailed = 1;

    /// <summary>The exit code when there was nothing to run.</summary>
    public const int NothingRun = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs the samples below the folder that is the only argument.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        if (arguments.Count != 1 || !Directory.Exists(arguments[0]))
        {
            await errors.WriteLineAsync(arguments.Count == 1
                ? $"There is no folder `{arguments[0]}`."
                : "Usage: DealBot.Templating.Conformance DIR");
            return NothingRun;
        }

        var samples = Sample.FindAll(arguments[0]);
        if (samples.Count == 0)
        {
            await errors.WriteLineAsync($"There is no NAME.txt with a NAME.out.txt below `{arguments[0]}`.");
            return NothingRun;
        }

        var failed = 0;
        foreach (var sample in samples)
        {
            if (await FaultOfAsync(sample) is not { } fault)
                continue;
            failed++;
            await output.WriteLineAsync($"FAILED {sample.Name}\n{fault}\n");
        }

        await output.WriteLineAsync($"{samples.Count - failed} passed, {failed} failed");
        return failed == 0 ? AllPassed : SomeFailed;
    }

    /// <summary>What is wrong with the rendering of a sample; null when nothing is.</summary>
    private static async Task<string?> FaultOfAsync(Sample sample)
    {
        if (!sample.HasExpectation)
            return "  there is no .out.txt beside it";
        using var cancellation = new CancellationTokenSource(Patience);
        try
        {
            // A template that ignores its cancellation must not hold up the others, so the wait for it ends too.
            var rendering = Task.Run(() => sample.Render(cancellation.Token));
            var got = await rendering.WaitAsync(Patience * 2);
            return TextDifference.Between(await sample.ReadExpectedAsync(), got);
        }
        catch (TimeoutException)
        {
            return $"  did not end within {Patience * 2}";
        }
        catch (Exception exception)
        {
            // The supervised edge of one sample: a bug of the engine in it is reported, and the others still run.
            return $"  {exception}";
        }
    }
}
