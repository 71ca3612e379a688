namespace Cryptocardium.Kernel;

/// <summary>The call that a message belongs to: one per request or job run, scoped.</summary>
public sealed class Call
{
    /// <summary>The media type of everything that says nothing else.</summary>
    public const string Json = "application/json";

    /// <summary>What the id of a call begins with.</summary>
    public const string IdPrefix = "req";

    private List<string>? caused;

    /// <summary>The id that the response carries and support asks for, <c>req_…</c>.</summary>
    public string RequestId { get; set; } = "";

    /// <summary>Who calls.</summary>
    public Caller Caller { get; set; } = Caller.Anonymous;

    /// <summary>The account that the caller acts for.</summary>
    public AccountId Account => Caller.Account;

    /// <summary>Selects the rows that the caller sees.</summary>
    public RowFilter Rows => Caller.Rows;

    /// <summary>Set when the caller sent an Idempotency-Key to an operation that takes one.</summary>
    public IdempotencyClaim? Idempotency { get; set; }

    /// <summary>The way by which it came.</summary>
    public CallChannel Channel { get; set; }

    /// <summary>In which of the operation's media types the caller wants a success.</summary>
    public string MediaType { get; set; } = Json;

    /// <summary>The answer as bytes, once the pipeline has made or found it.</summary>
    public Reply? Reply { get; set; }

    /// <summary>The file that came with the call, of an operation that takes one.</summary>
    public Upload? Upload { get; set; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Whose call it turned out to be, where nobody was known when it came: of who signs up or in, by the session opened.</summary>
    public (AccountId Account, string CredentialId)? SignedIn { get; set; }

    /// <summary>Whether the log of requests was told how it was answered.</summary>
    public bool IsLogged { get; set; }

    /// <summary>The ids of what this call has caused so far: journals, events, audit entries.</summary>
    public IReadOnlyList<string> Effects => caused ?? [];

    /// <summary>The answer instead of a body, when the caller asked for another media type than JSON.</summary>
    public Download? Download { get; set; }

    /// <summary>Notes what this call causes, when its commit holds.</summary>
    /// <param name="id">The id of a journal, an event or an audit entry.</param>
    public void AddEffect(string id) => (caused ??= []).Add(id);

    /// <summary>Nothing of it came to be: the effect was undone, or begins anew.</summary>
    public void ClearEffects()
    {
        caused?.Clear();
        SignedIn = null;
    }
}
