using DealBot.Templating.Syntax;

namespace DealBot.Templating.Runtime;

internal sealed partial class RenderContext
{
    /// <summary>So many characters of text building count as one step.</summary>
    private const int CharactersPerStep = 64;

    private const int StepsBetweenCancellationChecks = 256;

    private long _steps;
    private long _nextCancellationCheck;
    private int _loopSteps;
    private int _loopDepth;

    public void CountStep(Node site) => CountSteps(site, 1);

    /// <summary>Charges work to the rendering, which ends it when the limit is reached or it was cancelled.</summary>
    public void CountSteps(Node site, long count)
    {
        _steps += count;
        if (_steps < _nextCancellationCheck)
            return;
        if (_steps > Options.StepLimit)
            throw site.Fault($"The template did more than `{Options.StepLimit}` steps.");
        _nextCancellationCheck = Math.Min(_steps + StepsBetweenCancellationChecks, Options.StepLimit);
        if (_cancellationToken.IsCancellationRequested)
            throw site.Fault("The rendering was cancelled.", new OperationCanceledException(_cancellationToken));
    }

    /// <summary>Counts one turn of the loops that run; nested loops share one budget.</summary>
    public void CountLoopStep(Node site)
    {
        CountSteps(site, 1);
        if (++_loopSteps > Options.LoopLimit && Options.LoopLimit > 0)
            throw site.Fault($"Exceeding number of iteration limit `{Options.LoopLimit}` for loop statement.");
    }
}
