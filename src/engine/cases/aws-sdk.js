//: expect {"outcome":"error","error":{"errorType":"Runtime.ImportModuleError","errorMessage":"~Error: Cannot find module '@aws-sdk/client-s3': the AWS SDK is not part of this simulation, because this simulated function has no network."}}
const { S3Client } = require('@aws-sdk/client-s3');
exports.handler = async () => new S3Client({});
