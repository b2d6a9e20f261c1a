using DealBot.Contracts;

namespace DealBot.Host.Plugins;

/// <summary>Ends the loading of one plugin.</summary>
internal sealed class PluginFailureException(string code, Phrase reason, Exception? cause = null) : Exception(reason.En, cause)
{
    public string Code => code;

    public Phrase Reason => reason;
}
