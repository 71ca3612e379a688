using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Cryptocardium.Kernel;

/// <summary>Under which names the product tells of itself. Spans and metrics hold ids and codes, never what a caller sent.</summary>
public static class TelemetryNames
{
    /// <summary>The name of the source of its spans, and of its meter, which <see cref="IMeterFactory"/> makes.</summary>
    public const string Name = "Cryptocardium";

    /// <summary>The id that the answer carries, <c>req_…</c>, as its header says it.</summary>
    public const string RequestId = "cryptocardium.request_id";

    /// <summary>The operationId.</summary>
    public const string Operation = "cryptocardium.operation";

    /// <summary>The code of an answer that is a refusal, from the catalogue of errors.</summary>
    public const string Refusal = "cryptocardium.refusal";

    /// <summary>The name of a job.</summary>
    public const string Job = "cryptocardium.job";

    /// <summary>Whether a credential was counted or an anonymous address.</summary>
    public const string Caller = "cryptocardium.caller";

    /// <summary>What went wrong: a code, a status or the type of an exception, as OpenTelemetry names it.</summary>
    public const string ErrorType = "error.type";

    /// <summary>Makes spans; none while nobody listens.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>Marks a span as failed. Without the exception's message: it may quote a value.</summary>
    public static void Fail(this Activity? span, Exception exception) =>
        span?.SetTag(ErrorType, exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);
}
