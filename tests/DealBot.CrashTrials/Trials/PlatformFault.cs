namespace DealBot.CrashTrials.Trials;

/// <summary>What a platform does wrong, once or twice, during one life.</summary>
internal enum PlatformFault
{
    None,

    /// <summary>The chat takes the message and cuts the connection.</summary>
    ChatCutsAfterAccepting,

    /// <summary>The connection to the chat breaks before it takes the message.</summary>
    ChatCutsBeforeAccepting,

    /// <summary>The chat takes the message and answers after the service's time-out, that is never.</summary>
    ChatAnswersTooLate,

    /// <summary>A login page in place of the chat's answer; the message did not arrive.</summary>
    ChatAnswersHtml,

    /// <summary>The chat takes the message, and half of its answer arrives.</summary>
    ChatAnswersHalf,

    /// <summary>The chat takes the message, and the connection is cut in the middle of its answer.</summary>
    ChatCutsItsAnswer,

    /// <summary>The chat takes the message, and its answer comes twice in one.</summary>
    ChatAnswersTwice,

    /// <summary>The chat is busy and takes nothing.</summary>
    ChatBusy,

    /// <summary>The network answers a conversion with a web page.</summary>
    LinkAnswersHtml,

    /// <summary>The network refuses conversions for a moment.</summary>
    LinkTooFrequent,

    /// <summary>Rows of orders come twice.</summary>
    OrdersTwice,

    /// <summary>A page of orders breaks off half-way.</summary>
    OrdersHalf,

    /// <summary>A page of orders is a web page.</summary>
    OrdersHtml,

    /// <summary>Orders come after the service's time-out.</summary>
    OrdersTooLate,
}
