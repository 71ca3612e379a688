namespace Cryptocardium.Kernel;

/// <summary>The call that a message belongs to: one per request or job run, scoped.</summary>
public sealed class Call
{
    /// <summary>The default media type.</summary>
    public const string Json = "application/json";

    /// <summary>The prefix of the ids of calls.</summary>
    public const string IdPrefix = "req";

    private List<string>? caused;

    /// <summary>The id of the call, <c>req_…</c>; it is in the response and in requests to support.</summary>
    public string RequestId { get; set; } = "";

    /// <summary>The caller.</summary>
    public Caller Caller { get; set; } = Caller.Anonymous;

    /// <summary>The account that the caller acts for.</summary>
    public AccountId Account => Caller.Account;

    /// <summary>Selects the rows that the caller sees.</summary>
    public RowFilter Rows => Caller.Rows;

    /// <summary>Whether the caller's credential is still accepted, for calls that go on for long; a call without one always may.</summary>
    public Func<CancellationToken, ValueTask<bool>> IsStillAccepted { get; set; } = static _ => ValueTask.FromResult(true);

    /// <summary>The id of the last event that the caller received before its stream broke, not yet checked; null without one.</summary>
    public string? LastEventId { get; set; }

    /// <summary>The claim on the caller's Idempotency-Key, for operations that take one; else null.</summary>
    public IdempotencyClaim? Idempotency { get; set; }

    /// <summary>The channel.</summary>
    public CallChannel Channel { get; set; }

    /// <summary>The media type that the caller accepts for a success; one of the operation's.</summary>
    public string MediaType { get; set; } = Json;

    /// <summary>The reply, once the pipeline has built it or found a stored one.</summary>
    public Reply? Reply { get; set; }

    /// <summary>The uploaded file of the call; null without one.</summary>
    public Upload? Upload { get; set; }

    /// <summary>The time of arrival.</summary>
    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The caller that an anonymous call has identified: create_account and sign_in set it to the opened session.</summary>
    public Caller? SignedIn { get; set; }

    /// <summary>Whether the request log has recorded the call.</summary>
    public bool IsLogged { get; set; }

    /// <summary>The ids of this call's effects so far: journals, events, audit entries.</summary>
    public IReadOnlyList<string> Effects => caused ?? [];

    /// <summary>The streamed body, when the caller accepts another media type than JSON.</summary>
    public Download? Download { get; set; }

    /// <summary>Records an effect, which is real once the commit succeeds.</summary>
    /// <param name="id">The id of a journal, an event or an audit entry.</param>
    public void AddEffect(string id) => (caused ??= []).Add(id);

    /// <summary>Removes all effects, because the command was undone or runs again.</summary>
    public void ClearEffects()
    {
        caused?.Clear();
        SignedIn = null;
    }
}
