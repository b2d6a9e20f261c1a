using DealBot.Contracts;

namespace DealBot.Host.Plugins;

/// <summary>A plugin that was left out.</summary>
/// <param name="Plugin">Its name: that of its folder.</param>
/// <param name="Code">Why, in a word that never changes, for example <c>manifest_missing</c>.</param>
/// <param name="Reason">Why, and what to do.</param>
/// <param name="Cause">The exception, if one was the cause; for the log alone.</param>
internal sealed record PluginFailure(string Plugin, string Code, Phrase Reason, Exception? Cause = null);
