using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Cryptocardium.Kernel;

/// <summary>Names of spans, metrics and tags. Spans and metrics contain ids and codes, never input of a caller.</summary>
public static class TelemetryNames
{
    /// <summary>The name of the activity source and of the meter, which <see cref="IMeterFactory"/> creates.</summary>
    public const string Name = "Cryptocardium";

    /// <summary>The request id, <c>req_…</c>, as in the response header.</summary>
    public const string RequestId = "cryptocardium.request_id";

    /// <summary>The operation, <c>issue_card</c>.</summary>
    public const string Operation = "cryptocardium.operation";

    /// <summary>The error code of a refusal, from the error catalogue.</summary>
    public const string Refusal = "cryptocardium.refusal";

    /// <summary>The name of a job.</summary>
    public const string Job = "cryptocardium.job";

    /// <summary>The subject of a rate limit: a credential or an anonymous address.</summary>
    public const string Caller = "cryptocardium.caller";

    /// <summary>The error: a code, a status or the type of an exception, under OpenTelemetry's name.</summary>
    public const string ErrorType = "error.type";

    /// <summary>Creates spans; none without a listener.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>Marks a span as failed, without the exception's message, which may quote a value.</summary>
    public static void Fail(this Activity? span, Exception exception) =>
        span?.SetTag(ErrorType, exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);
}
