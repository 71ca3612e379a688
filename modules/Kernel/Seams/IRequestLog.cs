namespace Cryptocardium.Kernel;

/// <summary>Receives each request that the edge has answered.</summary>
public interface IRequestLog
{
    /// <summary>Queues a request, to be stored soon together with others.</summary>
    void Add(AnsweredRequest request);
}
