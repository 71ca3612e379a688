namespace Mediator;

/// <summary>The one handler of a request; a missing or a second one is a build error (MEDI001, MEDI002).</summary>
public interface IRequestHandler<in TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    /// <summary>Handles the request after all behaviours have let it through.</summary>
    ValueTask<TResponse> Handle(TRequest request, CancellationToken cancellationToken);
}
