namespace DealBot.Templating.Runtime;

/// <summary>A builtin function's complaint, before the call it came from gives it a place.</summary>
internal class FunctionFailure(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The complaint at the call.</summary>
    public virtual TemplateException At(in CallArguments arguments) => arguments.Site.Fault(Message, this);
}
