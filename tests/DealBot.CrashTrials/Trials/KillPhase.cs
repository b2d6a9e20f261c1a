namespace DealBot.CrashTrials.Trials;

/// <summary>What the service is in the middle of when it is killed.</summary>
internal enum KillPhase
{
    /// <summary>Not listening yet: migrations, keys, warm-up.</summary>
    Startup,

    /// <summary>Whatever happens to go on.</summary>
    AnyMoment,

    /// <summary>The chat has the message; the service has no answer.</summary>
    MessageAccepted,

    /// <summary>The answer has just left the chat; the service may or may not have recorded it.</summary>
    MessageAnswered,

    /// <summary>The digest is in the owner's chat; the service has no answer.</summary>
    DigestAccepted,

    /// <summary>A link is asked for and not given yet.</summary>
    LinkAsked,

    /// <summary>A link was just given: the post is being made and planned.</summary>
    LinkGiven,

    /// <summary>A page of orders was just given: it is being kept.</summary>
    OrdersGiven,

    /// <summary>A page of deals was just given: the catalog is being kept.</summary>
    DealsGiven,

    /// <summary>A member's click is on its way.</summary>
    ClickSent,

    /// <summary>A member was just sent on.</summary>
    ClickAnswered,

    /// <summary>The owner's files were just edited.</summary>
    ConfigurationEdited,
}
