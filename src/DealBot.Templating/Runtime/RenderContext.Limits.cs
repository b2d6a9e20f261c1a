using System.Runtime.CompilerServices;
using DealBot.Templating.Syntax;

namespace DealBot.Templating.Runtime;

internal sealed partial class RenderContext
{
    /// <summary>
    /// So many characters of text building count as one step. What a template keeps is bounded by it too: with the default limit of steps to 320 MB.
    /// </summary>
    private const int CharactersPerStep = 16;

    private const int StepsBetweenCancellationChecks = 256;

    /// <summary>Bytes of stack that may be used before it is looked at again; the runtime's check promises several times as much.</summary>
    private const int StackBetweenChecks = 16 * 1024;

    /// <summary>How far down the stack was when it was last found sufficient.</summary>
    private nint _stackChecked = nint.MaxValue;

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

    /// <summary>Charges the items a builtin goes over: inside of loops like their turns, outside of them each call for itself.</summary>
    public void CountItems(Node site, int count)
    {
        if (Options.LoopLimit > 0)
        {
            if ((long)_loopSteps + count > Options.LoopLimit)
                throw site.Fault($"Exceeding number of iteration limit `{Options.LoopLimit}` for the items of a list.");
            _loopSteps += _loopDepth > 0 ? count : 0;
        }

        CountSteps(site, count);
    }

    /// <summary>Counts one turn of the loops that run; nested loops share one budget.</summary>
    public void CountLoopStep(Node site)
    {
        CountSteps(site, 1);
        if (++_loopSteps > Options.LoopLimit && Options.LoopLimit > 0)
            throw site.Fault($"Exceeding number of iteration limit `{Options.LoopLimit}` for loop statement.");
    }

    /// <summary>
    /// Fails in time where evaluating on could end in a stack overflow, which nothing survives. Every node that evaluates others calls
    /// it, so the runtime is only asked when the stack has grown.
    /// </summary>
    public void GuardStack(Node site)
    {
        byte here = 0;
        var position = Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref here);
        if (position < _stackChecked - StackBetweenChecks)
            CheckStack(site, position);
    }

    private void CheckStack(Node site, nint position)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw site.Fault("The template is nested too deeply to be evaluated.");
        _stackChecked = position;
    }
}
