using System.IO.Pipelines;

namespace Cryptocardium.Host.Http.Wire;

// A connection whose output is inspected.
internal sealed class InspectedTransport(PipeReader input, PipeWriter output) : IDuplexPipe
{
    public PipeReader Input => input;

    public PipeWriter Output => output;
}
