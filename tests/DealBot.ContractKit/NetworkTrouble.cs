namespace DealBot.ContractKit;

/// <summary>What can go wrong between a client and its affiliate network, whichever it is.</summary>
public enum NetworkTrouble
{
    /// <summary>The network's own code for calling too often.</summary>
    TooOften,

    /// <summary>HTTP 502 of a gateway.</summary>
    BadGateway,

    /// <summary>A page of the network in between, with HTTP 200.</summary>
    Html,

    /// <summary>The answer breaks off in the middle.</summary>
    CutAnswer,

    /// <summary>The answer holds no result.</summary>
    EmptyResult,

    /// <summary>Nobody answers within the client's patience.</summary>
    NoAnswer,

    /// <summary>Rows come again on the next page.</summary>
    DuplicateRows,

    /// <summary>Rows move up while pages are read, so that one slips from a later page to one read already.</summary>
    ShiftedPages,

    /// <summary>Numbers come as text.</summary>
    NumbersAsText,

    /// <summary>Fields that the documents call optional are not there.</summary>
    MissingFields,

    /// <summary>One row can't be read.</summary>
    BrokenRow,

    /// <summary>A conversion answers a link of somebody else.</summary>
    ForeignLink,
}
