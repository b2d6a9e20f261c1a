using Spectre.Console;

namespace DealBot.Host.Commands;

/// <summary>Work that takes a while: with a bar where a person looks on.</summary>
internal static class LongWork
{
    /// <param name="context">Where to show it.</param>
    /// <param name="what">What is being done.</param>
    /// <param name="work">The work; it tells how much is done, from 0 to 1.</param>
    public static T Do<T>(CommandContext context, string what, Func<Action<double>, T> work)
    {
        if (!context.Out.Profile.Capabilities.Interactive)
        {
            return work(static _ => { });
        }

        return context.Out.Progress().AutoClear(true).Start(display =>
        {
            var task = display.AddTask(what, maxValue: 1);
            return work(done => task.Value = done);
        });
    }

    /// <inheritdoc cref="Do{T}" />
    public static async Task<T> DoAsync<T>(CommandContext context, string what, Func<Action<double>, Task<T>> work)
    {
        if (!context.Out.Profile.Capabilities.Interactive)
        {
            return await work(static _ => { });
        }

        return await context.Out.Progress().AutoClear(true).StartAsync(async display =>
        {
            var task = display.AddTask(what, maxValue: 1);
            return await work(done => task.Value = done);
        });
    }
}
