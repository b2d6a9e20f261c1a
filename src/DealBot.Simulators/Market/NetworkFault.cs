namespace DealBot.Simulators.Market;

/// <summary>Ways in which the simulated platform can misbehave.</summary>
public enum NetworkFault
{
    /// <summary>HTTP 429 without a body.</summary>
    HttpTooManyRequests,

    /// <summary>HTTP 502 with a proxy's page.</summary>
    HttpBadGateway,

    /// <summary>HTTP 200 with an HTML page.</summary>
    HtmlPage,

    /// <summary>Gateway error 2 (App Call Limited).</summary>
    AppCallLimited,

    /// <summary>Business code 429.</summary>
    TooFrequent,

    /// <summary>The answer breaks off half-way.</summary>
    TruncatedJson,

    /// <summary>The result field is an empty text.</summary>
    EmptyResult,

    /// <summary>Later pages repeat the last rows of the page before.</summary>
    DuplicateRows,

    /// <summary>Every number within the result is a text.</summary>
    NumbersAsStrings,

    /// <summary>Rows lack the fields that the documents call optional, skuId among them.</summary>
    MissingOptionalFields,

    /// <summary>A conversion answers a link that carries somebody else's subUnionId.</summary>
    ForeignLink,

    /// <summary>A change of an order shows only <see cref="NetworkFaults.LateBy"/> after its modifyTime. Taken up by orders, not by calls.</summary>
    LateStatusChange,

    /// <summary>A change of an order does not move its modifyTime. Taken up by orders, not by calls.</summary>
    UnmarkedChange,

    /// <summary>A row of the first page has left the list by the time a later page is cut, so that all behind it have moved up by one.</summary>
    ShiftedPages,

    /// <summary>The first row of an answer has neither order number nor a time that can be read. Taken up by answers that have rows.</summary>
    BrokenRow,

    /// <summary>The answer takes <see cref="NetworkFaults.SlowBy"/> longer.</summary>
    SlowResponse,
}
