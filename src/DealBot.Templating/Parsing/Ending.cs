namespace DealBot.Templating.Parsing;

/// <summary>What ended a block of statements.</summary>
internal enum Ending
{
    /// <summary>Nothing that should have; that was reported.</summary>
    Missing,

    /// <summary>Its <c>end</c>.</summary>
    End,

    /// <summary>The <c>end</c> of a part inside that belongs to nothing; it is taken.</summary>
    Stray,

    /// <summary>An <c>else</c> that goes on with the statement, not taken yet.</summary>
    Else,

    /// <summary>A <c>when</c> that goes on with the statement, not taken yet.</summary>
    When,
}
