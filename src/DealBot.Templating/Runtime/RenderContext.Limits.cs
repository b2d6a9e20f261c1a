using System.Runtime.CompilerServices;
using DealBot.Templating.Syntax;

namespace DealBot.Templating.Runtime;

internal sealed partial class RenderContext
{
    /// <summary>
    /// So many characters of text building count as one step. What a template keeps is bounded by it too: with the default limit of steps to 320 MB.
    /// </summary>
    private const int CharactersPerStep = 16;

    /// <summary>All regular expressions of a rendering may take so many times what one may.</summary>
    private const int RegexTimeouts = 10;

    private const int StepsBetweenChecks = 256;

    /// <summary>Bytes of stack that may be used before it is looked at again; the runtime's check promises several times as much.</summary>
    private const int StackBetweenChecks = 16 * 1024;

    /// <summary>How far down the stack was when it was last found sufficient.</summary>
    private nint _stackChecked = nint.MaxValue;

    private long _steps;
    private TimeSpan _regexTime;
    private long _nextCheck;
    private long _allocatedBefore = -1;
    private int _loopSteps;
    private int _loopDepth;

    public void CountStep(Node site) => CountSteps(site, 1);

    /// <summary>Charges work to the rendering, which ends it when a limit is reached or it was cancelled.</summary>
    public void CountSteps(Node site, long count)
    {
        _steps += count;
        if (_steps >= _nextCheck)
            CheckLimits(site);
    }

    /// <summary>Charges work on so many characters.</summary>
    public void CountText(Node site, long length) => CountSteps(site, length / CharactersPerStep);

    /// <summary>Charges time that regular expressions took, which says more than the length of the text or the number of calls.</summary>
    public void CountRegexTime(Node site, TimeSpan time)
    {
        _regexTime += time;
        if (Options.RegexTimeout > TimeSpan.Zero && _regexTime / RegexTimeouts > Options.RegexTimeout)
            throw site.Fault($"The regular expressions of the template took longer than {RegexTimeouts} times {Options.RegexTimeout}.");
    }

    private void CheckLimits(Node site)
    {
        if (_steps > Options.StepLimit)
            throw site.Fault($"The template did more than `{Options.StepLimit}` steps.");
        _nextCheck = Math.Min(_steps + StepsBetweenChecks, Options.StepLimit);
        if (_cancellationToken.IsCancellationRequested)
            throw site.Fault("The rendering was cancelled.", new OperationCanceledException(_cancellationToken));
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        if (_allocatedBefore < 0)
            _allocatedBefore = allocated;
        else if (allocated - _allocatedBefore > Options.MemoryLimit)
            throw site.Fault($"The template took more than `{Options.MemoryLimit}` bytes of memory.");
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
    /// it, so the runtime is only asked when the stack has grown. Each is charged as a step too, since one statement may be long.
    /// </summary>
    public void GuardStack(Node site)
    {
        _steps++;
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
