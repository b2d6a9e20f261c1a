using DealBot.Contracts;
using DealBot.Host.Secrets;

namespace DealBot.Host.Plugins;

/// <summary>The same for an adapter that listens. A class of its own, since of listening there is no answer that stands for "can't".</summary>
internal sealed class GuardedListener(IMessagingAdapter inner, AdapterProfile profile, PluginCalls calls, SecretMask secrets, TimeProvider time)
    : GuardedAdapter(inner, profile, calls, secrets), IChatListener
{
    private static readonly (TimeSpan First, TimeSpan Longest) Pause = (TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));

    public async Task ListenAsync(IChatEvents events, CancellationToken cancellationToken)
    {
        var listener = (IChatListener)Inner;
        for (var pause = Pause.First; ; pause = pause * 2 < Pause.Longest ? pause * 2 : Pause.Longest)
        {
            try
            {
                // A thread of its own, since plugin code may block; no time limit, since listening has no end.
                await Task.Factory.StartNew(() => listener.ListenAsync(events, cancellationToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                    .Unwrap().WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not ChatListenerException && !IsCancelled(exception, cancellationToken))
            {
                // The supervised edge to plugins: one that throws is begun again, ever more slowly.
                Calls.Told(exception, nameof(ListenAsync));
            }

            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
