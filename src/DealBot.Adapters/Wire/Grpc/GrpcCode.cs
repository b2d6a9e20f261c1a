namespace DealBot.Adapters.Wire.Grpc;

/// <summary>The status codes of gRPC that mean something here (grpc.github.io/grpc/core/md_doc_statuscodes.html).</summary>
internal enum GrpcCode
{
    Ok = 0,
    Unknown = 2,
    InvalidArgument = 3,
    NotFound = 5,
    AlreadyExists = 6,
    PermissionDenied = 7,
    ResourceExhausted = 8,
    Unimplemented = 12,
    Unauthenticated = 16,
}
