using DealBot.Host.Settings;
using DealBot.Storage;

namespace DealBot.Host.Commands;

/// <summary>For commands that need the database but neither the owners' files nor the platforms.</summary>
internal static class StorageSettings
{
    /// <summary>Does something with the database; says what is wrong if it can't be done.</summary>
    public static int With(CommandContext context, Func<HostSettings, int> act)
    {
        if (context.ReadSettings() is not { } configuration)
        {
            return ExitCodes.Fault;
        }

        var (settings, faults) = SettingsLoader.Bind(configuration);
        if (settings is null)
        {
            return context.Fail(faults);
        }

        try
        {
            return act(settings);
        }
        catch (StorageFaultException exception)
        {
            context.Error(exception.Reason);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            context.Error(exception.Message);
        }

        return ExitCodes.Fault;
    }
}
