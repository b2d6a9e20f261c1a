using DealBot.Contracts;

namespace DealBot.Host.Plugins;

/// <summary>
/// Calls into one plugin, each with a time limit. A call begins on a thread of its own, since plugin code may block: neither the caller nor the
/// pool waits for it. Nothing can end such a thread, so once a few calls hang no more are made until one comes back.
/// </summary>
internal sealed class PluginCalls(string plugin, TimeSpan limit, TimeProvider time, ILogger logger)
{
    public const int MostHung = 4;

    private int _hung;

    public string Plugin => plugin;

    /// <summary>Whether so many calls hang that no more are made.</summary>
    public bool IsStuck => Volatile.Read(ref _hung) >= MostHung;

    public ILogger Logger => logger;

    /// <summary>Makes a call.</summary>
    /// <exception cref="PluginStuckException">Too many calls hang; this one was not made.</exception>
    /// <exception cref="PluginHangsException">The call was made and has no answer.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async Task<T> RunAsync<T>(string member, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsStuck)
        {
            throw new PluginStuckException(plugin);
        }

        // Not disposed: a call that hangs still holds its token.
        var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Task.Factory.StartNew(() => call(ending.Token), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default).Unwrap();
        try
        {
            return await running.WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!running.IsCompleted)
        {
            Watch(running, tellOfEnd: null);
            throw;
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            var hung = Watch(running, tellOfEnd: member);
            logger.Hangs(plugin, member, limit.TotalSeconds, hung);
            await ending.CancelAsync().ConfigureAwait(false);
            throw new PluginHangsException(plugin);
        }
        catch (TimeoutException)
        {
            // It came just then, or the plugin's own code ran out of time.
            return await running.ConfigureAwait(false);
        }
    }

    /// <summary>Asks for a value at once. Blocks the caller for as long as the plugin takes, up to the limit.</summary>
    /// <returns>The answer; <paramref name="otherwise"/> if there is none.</returns>
    public T Ask<T>(string member, Func<T> call, T otherwise)
    {
        try
        {
            return RunAsync(member, _ => Task.FromResult(call()), CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Exception exception)
        {
            // The supervised edge to plugins: one that can't say has no say.
            Told(exception, member);
            return otherwise;
        }
    }

    /// <summary>Logs what a call threw, unless it is logged already.</summary>
    public void Told(Exception exception, string member)
    {
        if (exception is not (PluginStuckException or PluginHangsException))
        {
            logger.Threw(exception, plugin, member);
        }
    }

    /// <summary>What a person is told of a call that threw. The message is the plugin's own and may hold a secret: it is for the log alone.</summary>
    public Phrase Say(Exception exception) => exception switch
    {
        PluginHangsException => new Phrase($"插件 {plugin} 在 {limit.TotalSeconds:0} 秒内没有回应", $"plugin {plugin} did not answer within {limit.TotalSeconds:0} s"),
        PluginStuckException => new Phrase($"插件 {plugin} 有 {MostHung} 次调用卡住了，暂不再调用；一直如此就重启服务或停用插件", $"{MostHung} calls of plugin {plugin} hang, no more are made; if it stays so restart the service or remove the plugin"),
        _ => new Phrase($"插件 {plugin} 出错：{exception.GetType().Name}，详见日志", $"plugin {plugin} threw {exception.GetType().Name}, see the log"),
    };

    /// <summary>Counts a call as hung until it comes back.</summary>
    private int Watch(Task running, string? tellOfEnd)
    {
        var hung = Interlocked.Increment(ref _hung);
        _ = running.ContinueWith(
            late =>
            {
                _ = late.Exception;
                Interlocked.Decrement(ref _hung);
                if (tellOfEnd is not null)
                {
                    logger.Late(plugin, tellOfEnd);
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return hung;
    }
}
